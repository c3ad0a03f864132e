namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>
/// The classes of a label, and how a recording's target is one number: the class's place for a single label, a set of bits (class c is bit
/// c) for several.
/// </summary>
internal sealed class LabelSpace
{
    /// <summary>Joins the classes of a multi-label value.</summary>
    public const char Separator = ';';

    /// <summary>The multi-label value of a recording that shows no class.</summary>
    public const string NoClass = "-";

    private const int MaximumClasses = 63;

    private readonly Dictionary<string, int> _places;

    /// <summary>Numbers the classes that some values name, in ordinal order.</summary>
    /// <exception cref="MpucException">There are more classes than bits.</exception>
    public LabelSpace(TaskKind kind, IEnumerable<string> values)
    {
        Kind = kind;
        Classes = [.. values.SelectMany(Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _places = Classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        if (kind == TaskKind.MultiLabel && Classes.Count > MaximumClasses)
        {
            throw new MpucException($"A multi-label task has at most {MaximumClasses} classes, and the data set has {Classes.Count}.");
        }
    }

    /// <summary>What a value says.</summary>
    public TaskKind Kind { get; }

    /// <summary>The class names; a class's number is its place.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Reads a value.</summary>
    /// <returns>The target; classes that the space does not know count for nothing, and a single one is -1.</returns>
    public long Parse(string value) => Kind == TaskKind.SingleLabel
        ? _places.GetValueOrDefault(value, -1)
        : Names(value).Where(_places.ContainsKey).Aggregate(0L, (set, name) => set | (1L << _places[name]));

    /// <summary>Writes a target as a value.</summary>
    /// <returns>What <see cref="Parse"/> reads.</returns>
    public string Format(long target)
    {
        if (Kind == TaskKind.SingleLabel)
        {
            return Classes[(int)target];
        }

        return target == 0 ? NoClass : string.Join(Separator, Classes.Where((_, place) => Has(target, place)));
    }

    /// <summary>Whether a target holds a class.</summary>
    /// <returns>True where it does.</returns>
    public bool Has(long target, int place) => Kind == TaskKind.SingleLabel ? target == place : (target & (1L << place)) != 0;

    private IEnumerable<string> Names(string value) => Kind == TaskKind.SingleLabel
        ? [value]
        : value.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != NoClass);
}

/// <summary>What a label says of a recording.</summary>
public enum TaskKind
{
    /// <summary>Exactly one class, such as the acted emotion of RAVDESS.</summary>
    SingleLabel,

    /// <summary>
    /// Any number of classes, each present or not, such as the emotions of CMU-MOSEI (paper, Sec. IV-A). The label's value joins the
    /// present ones by <c>;</c>, and <c>-</c> says that none is.
    /// </summary>
    MultiLabel,
}
