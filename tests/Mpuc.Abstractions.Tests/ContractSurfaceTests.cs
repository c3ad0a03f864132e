using Mpuc.PublicSurface;

namespace Mpuc.Tests;

/// <summary>
/// The contract is recorded member by member, a list for each of its versions, in tests/PublicSurface. A change that is meant changes the
/// list of the version that is being made; a list of a version that was published never changes.
/// </summary>
public sealed class ContractSurfaceTests
{
    private static readonly Version Contract = new(
        typeof(IModalityPlugin).Assembly.GetName().Version!.Major, typeof(IModalityPlugin).Assembly.GetName().Version!.Minor);

    [Test]
    public void The_contract_is_what_is_recorded_for_its_version() => Assert.That(
        RecordedSurface.Differences(typeof(IModalityPlugin).Assembly, $"Mpuc.Abstractions-{Contract}"),
        Is.Empty,
        $"Where this is meant, take Mpuc.Abstractions-{Contract}.actual.txt over from the folder PublicSurface beside the tests' "
            + "assembly.");

    [Test]
    public void Within_a_major_version_nothing_is_taken_away()
    {
        var history = RecordedSurface.History("Mpuc.Abstractions");
        Assert.That(history.Select(list => list.Version), Does.Contain(Contract));
        foreach (var (before, after) in history.Zip(history.Skip(1)).Where(pair => pair.First.Version.Major == pair.Second.Version.Major))
        {
            Assert.That(before.Members.Except(after.Members), Is.Empty, $"from {before.Version} to {after.Version}");
        }
    }
}
