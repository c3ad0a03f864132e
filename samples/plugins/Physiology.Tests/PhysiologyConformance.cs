using Mpuc.Conformance;

namespace Samples.Physiology.Tests;

/// <summary>The promises of the contract, each a test.</summary>
public sealed class PhysiologyConformance : PluginConformance<PhysiologyPlugin>;
