using Mpuc.Conformance;

namespace Mpuc.Plugins.Face.Tests;

/// <summary>What every plugin promises.</summary>
public sealed class FaceConformance : PluginConformance<FacePlugin>;
