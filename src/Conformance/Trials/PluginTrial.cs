namespace Mpuc.Conformance.Trials;

/// <summary>A plugin as a whole.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Load">Loads it again, in a context of its own that can be unloaded.</param>
/// <param name="Encoders">Its kinds.</param>
/// <param name="Backbones">Its backbones.</param>
internal sealed record PluginTrial(
    IPluginUnderTest Plugin,
    Func<IPluginUnderTest> Load,
    IReadOnlyList<EncoderTrial> Encoders,
    IReadOnlyList<BackboneTrial> Backbones);
