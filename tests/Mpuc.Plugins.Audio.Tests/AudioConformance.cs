using Mpuc.Conformance;

namespace Mpuc.Plugins.Audio.Tests;

/// <summary>What every plugin promises.</summary>
public sealed class AudioConformance : PluginConformance<AudioPlugin>;
