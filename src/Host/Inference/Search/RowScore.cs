namespace Mpuc.Host.Inference.Search;

/// <summary>A row of a table of vectors with its similarity to a query.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Score">The cosine of the angle between them, -1 to 1.</param>
internal readonly record struct RowScore(long Row, double Score)
{
    /// <summary>The greater score first; of equal ones the smaller row, so that an order is the same every time.</summary>
    public static int Compare(RowScore first, RowScore second) =>
        second.Score.CompareTo(first.Score) is var order and not 0 ? order : first.Row.CompareTo(second.Row);
}
