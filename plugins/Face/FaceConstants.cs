namespace Mpuc.Plugins.Face;

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class FaceConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.face";
}
