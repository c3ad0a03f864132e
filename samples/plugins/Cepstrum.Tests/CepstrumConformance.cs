using Mpuc.Conformance;

namespace Samples.Cepstrum.Tests;

/// <summary>The promises of the contract, each a test; the windows are random, since the recordings are another plugin's.</summary>
public sealed class CepstrumConformance : PluginConformance<CepstrumPlugin>;
