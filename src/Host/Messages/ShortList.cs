namespace Mpuc.Host.Messages;

/// <summary>Lists in messages that may be long.</summary>
internal static class ShortList
{
    /// <summary>Names the first of some things and counts the others.</summary>
    /// <param name="names">The names, in the order in which they are told.</param>
    /// <returns>Text for the middle or the end of a sentence, such as <c>a, b and 3 more</c>.</returns>
    public static string Of(IReadOnlyCollection<string> names, int most) =>
        string.Join(", ", names.Take(most)) + (names.Count > most ? $" and {names.Count - most} more" : string.Empty);
}
