namespace TorchSharp.Modules;

/// <summary>Checks of an optimizer's options.</summary>
internal static class NumberRange
{
    internal static void RequireNonNegative(double? value, string what)
    {
        if (!(value >= 0))
        {
            throw new ArgumentException($"The {what} is 0 or more, not {value}.");
        }
    }

    internal static void RequireBelowOne(double? value, string what)
    {
        if (!(value is >= 0 and < 1))
        {
            throw new ArgumentException($"The {what} is at least 0 and below 1, not {value}.");
        }
    }
}
