<#list model.documentation as line>
[=line]
</#list>
<#list model.attributes as attribute>
[=attribute]
</#list>
[=model.declaration]
{
<#list model.locals as local>
    [=local]
</#list>
    [=model.call]
    return [=model.returned];
}
