<#list model.documentation as line>
[=line]
</#list>
public sealed class [=model.name]
{
<#list model.properties as property>
<#list property.documentation as line>
    [=line]
</#list>
    [=property.attribute] public [=property.type] [=property.name] { get; set; }
</#list>
}
