namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Where an assembly that a plugin refers to comes from.</summary>
internal enum ReferenceOrigin
{
    /// <summary>The .NET framework.</summary>
    Framework,

    /// <summary>The host, which shares it with all plugins.</summary>
    Shared,

    /// <summary>The plugin's own folder.</summary>
    Plugin,

    /// <summary>Nowhere.</summary>
    Missing,
}
