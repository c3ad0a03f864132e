namespace Mpuc.Host.Data.Sequences;

/// <summary>Shapes as people read them.</summary>
internal static class Shapes
{
    /// <summary>Writes a shape.</summary>
    /// <param name="shape">The sizes.</param>
    /// <returns>Such as <c>[51, 2]</c>.</returns>
    public static string Format(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
