namespace Mpuc.Plugins.Audio;

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class AudioConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.audio";

    /// <summary>The kind of modality.</summary>
    public const string Kind = "audio";

    /// <summary>The name of the paper's backbone.</summary>
    public const string Tcn = "tcn";

    /// <summary>The name of the light backbone.</summary>
    public const string Conv = "conv";
}
