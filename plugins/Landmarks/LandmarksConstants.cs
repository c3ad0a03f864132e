namespace Mpuc.Plugins.Landmarks;

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class LandmarksConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.landmarks";

    /// <summary>The kind of modality.</summary>
    public const string Kind = "landmarks";

    /// <summary>The name of the paper's backbone.</summary>
    public const string Stgcn = "stgcn";

    /// <summary>The name of the light backbone.</summary>
    public const string Tcn = "tcn";
}
