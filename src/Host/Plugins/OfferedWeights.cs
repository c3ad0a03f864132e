namespace Mpuc.Host.Plugins;

/// <summary>A pretrained file and the plugin that registers it; the first one, where several do.</summary>
/// <param name="Weights">The registration.</param>
/// <param name="Plugin">The plugin's id.</param>
internal sealed record OfferedWeights(PretrainedWeights Weights, string Plugin);
