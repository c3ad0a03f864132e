using System.Reflection;

namespace TorchSharp;

/// <summary>How modules name what their fields hold.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The field's <see cref="Utils.ComponentNameAttribute"/>, or else its name.</summary>
    public static string ComponentName(this FieldInfo field)
        => field.GetCustomAttribute<Utils.ComponentNameAttribute>()?.Name ?? field.Name;
}
