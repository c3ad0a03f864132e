internal static class Finding
{
    /// <summary>Ends the trial with a sentence where the behaviour is no longer what the finding says.</summary>
    public static void Expect(bool holds, string sentence)
    {
        if (!holds)
        {
            Console.Error.WriteLine("The behaviour has changed: " + sentence);
            Environment.Exit(1);
        }
    }

    /// <summary>Prints what was observed, one line.</summary>
    public static void Show(string label, params object?[] values) =>
        Console.WriteLine($"{label}: {string.Join(" ", values.Select(Text))}");

    /// <summary>Whether two numbers agree to a relative difference.</summary>
    public static bool Near(double left, double right, double tolerance = 1e-4) =>
        Math.Abs(left - right) <= tolerance * Math.Max(1e-12, Math.Max(Math.Abs(left), Math.Abs(right)));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        System.Collections.IEnumerable many => string.Join(" ", many.Cast<object?>().Select(Text)),
        IFormattable number => number.ToString(value is float or double ? "g6" : null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
