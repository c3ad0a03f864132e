using Mpuc.Conformance;

namespace Mpuc.Plugins.Landmarks.Tests;

/// <summary>What every plugin promises.</summary>
public sealed class LandmarksConformance : PluginConformance<LandmarksPlugin>;
