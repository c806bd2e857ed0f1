<#list model.attributes as attribute>
[=attribute]
</#list>
[=model.declaration]
{
<#list model.locals as local>
    var [=local.name] = [=local.value];
</#list>
    [=model.callStatement]
<#if model.outputClass??>
    return new [=model.outputClass.name] { <#list model.outputClass.properties as property>[=property.name] = [=property.value]<#sep>, </#list> };
<#elseif model.returned?has_content>
    return [=model.returned];
</#if>
}
<#if model.outputClass??>

public sealed class [=model.outputClass.name]
{
<#list model.outputClass.properties as property>
    [=property.attribute] public [=property.type] [=property.name] { get; set; }[=model.outputClass.initializer]
</#list>
}
</#if>
