using Mpuc.Conformance;

namespace PluginName.Tests;

/// <summary>The promises of the contract, each a test. What they are tried with stands in src/PluginName/conformance.json.</summary>
public sealed class PluginNameConformance : PluginConformance<PluginNamePlugin>;
