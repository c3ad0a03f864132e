using Mpuc.Conformance;

namespace Mpuc.Plugins.Text.Tests;

/// <summary>What every plugin promises.</summary>
public sealed class TextConformance : PluginConformance<TextPlugin>;
