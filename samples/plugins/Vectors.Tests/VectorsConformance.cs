using Mpuc.Conformance;

namespace Samples.Vectors.Tests;

/// <summary>The promises of the contract, each a test.</summary>
public sealed class VectorsConformance : PluginConformance<VectorsPlugin>;
