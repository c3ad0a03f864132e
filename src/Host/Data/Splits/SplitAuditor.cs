using Mpuc.Host.Messages;

namespace Mpuc.Host.Data.Splits;

/// <summary>Proves that a split keeps its sides apart.</summary>
internal static class SplitAuditor
{
    private const int Named = 5;

    /// <summary>Looks for recordings, and by group for groups, on two sides.</summary>
    /// <param name="byGroup">Whether groups must not be on two sides either.</param>
    /// <exception cref="MpucException">Something is on two sides, or there is nothing to train on; the message names it.</exception>
    public static void Check(DataSplit split, bool byGroup)
    {
        if (split.Training.Count == 0)
        {
            throw new MpucException(
                $"The split leaves nothing to train on: {split.Validation.Count} recordings validate and {split.Test.Count} test.");
        }

        Require("recording", Straddling(split, recording => recording.Id));
        if (byGroup)
        {
            Require("group", Straddling(split, recording => recording.Group));
        }
    }

    /// <summary>Finds what makes a test result too good although the sides are apart.</summary>
    public static IEnumerable<string> FindLeaks(DataSplit split, IReadOnlyList<IReadOnlyList<string>> duplicates, string by)
    {
        var sides = Sides(split).SelectMany(side => side.Recordings.Select(recording => (recording.Id, side.Name)))
            .ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);
        foreach (var same in duplicates.Where(same => same.Select(id => sides[id]).Distinct().Count() > 1).Take(Named))
        {
            var named = string.Join(", ", same.Select(id => $"{id} ({sides[id]})"));
            yield return $"Identical recordings lie on different sides of the split: {named}.";
        }

        var shared = by == SplitOptions.Given ? Straddling(split, recording => recording.Group) : [];
        if (shared.Count > 0)
        {
            yield return $"Groups that lie on several sides of the given split: {shared.Count}, such as '{shared[0]}'; "
                + "the result says nothing about new groups.";
        }
    }

    private static void Require(string what, List<string> straddling)
    {
        if (straddling.Count > 0)
        {
            var named = string.Join(", ", straddling.Take(Named));
            throw new MpucException($"The split has a {what} on two sides, {straddling.Count} in all: {named}.");
        }
    }

    private static List<string> Straddling(DataSplit split, Func<Recording, string> name) =>
    [
        .. Sides(split).SelectMany(side => side.Recordings.Select(name).Distinct()).Where(value => value.Length > 0)
            .CountBy(value => value, StringComparer.Ordinal).Where(count => count.Value > 1)
            .Select(count => count.Key).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Name, IReadOnlyList<Recording> Recordings)> Sides(DataSplit split) =>
        [("training", split.Training), ("validation", split.Validation), ("test", split.Test)];

    /// <summary>Finds classes that are to be recognised and were never shown.</summary>
    /// <param name="label">The label; null for none. Several classes of one recording are joined by semicolons.</param>
    public static IEnumerable<string> FindUnlearned(DataSplit split, string? label)
    {
        if (label is null)
        {
            yield break;
        }

        var known = split.Training.SelectMany(Classes).ToHashSet(StringComparer.Ordinal);
        var unknown = split.Test.SelectMany(recording =>
            Classes(recording).Where(name => !known.Contains(name)).Select(name => (Class: name, recording.Id))).ToList();
        if (known.Count > 0 && unknown.Count > 0)
        {
            var classes = unknown.Select(pair => pair.Class).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            yield return $"{(classes.Count == 1 ? "A class has" : "Classes have")} no training recording and so cannot be recognised: "
                + $"{ShortList.Of(classes, Named)}, of {unknown.DistinctBy(pair => pair.Id).Count()} test recordings.";
        }

        IEnumerable<string> Classes(Recording recording) =>
            recording.Labels.GetValueOrDefault(label, string.Empty)
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
