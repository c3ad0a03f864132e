using Mpuc.Host.Evaluation.Downstream;

namespace Mpuc.Host.Tests.Evaluation;

/// <summary>Label spaces with made-up class names.</summary>
internal static class Spaces
{
    public static LabelSpace Single(int classes) => Of([.. Names(classes)]);

    public static LabelSpace Multi(int classes) => new(TaskKind.MultiLabel, Names(classes));

    public static LabelSpace Of(params string[] classes) => new(TaskKind.SingleLabel, classes);

    private static IEnumerable<string> Names(int classes) => Enumerable.Range(0, classes).Select(place => $"class {place:D2}");
}
