using Mpuc.PublicSurface;

namespace Mpuc.Conformance.Tests;

/// <summary>What authors' tests inherit and call is recorded, as the contract is.</summary>
public sealed class KitSurfaceTests
{
    [Test]
    public void The_kit_is_what_is_recorded() => Assert.That(
        RecordedSurface.Differences(typeof(ConformanceSuite).Assembly, "Mpuc.Conformance"),
        Is.Empty,
        "Where this is meant, take Mpuc.Conformance.actual.txt over from the folder PublicSurface beside the tests' assembly.");
}
