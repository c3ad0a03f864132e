using Mpuc.Host.Data;

namespace Mpuc.Host.Tests.Data.Splits;

/// <summary>Data sets that exist in memory alone.</summary>
internal static class TestDatasets
{
    public static Dataset Of(params IEnumerable<Recording> recordings) => new() { Recordings = [.. recordings], Label = "emotion" };

    public static Recording Recording(string id, string group = "", string? split = null, string? emotion = null) => new()
    {
        Id = id,
        Group = group,
        Split = split,
        Labels = emotion is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["emotion"] = emotion },
        Sources = new Dictionary<string, ModalitySource>(),
    };

    public static Dataset Grouped(int groups, int perGroup) => Of(Enumerable.Range(0, groups)
        .SelectMany(
            group => Enumerable.Range(0, perGroup).Select(
                i => Recording($"{group}-{i}", $"g{group}", emotion: i % 2 == 0 ? "happy" : "sad"))));
}
