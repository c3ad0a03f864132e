namespace TorchSharp.Utils;

/// <summary>Gives the module, parameter or buffer in a field another name than the field's.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
