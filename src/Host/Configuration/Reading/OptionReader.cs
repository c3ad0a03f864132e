using System.Globalization;
using System.Text.Json;
using Mpuc.Host.Configuration.Layers;
using Mpuc.Host.Messages;

namespace Mpuc.Host.Configuration.Reading;

/// <summary>
/// Reads the value of one option. In a file the JSON type must be the option's. An override has no quotes: there <c>05</c> may be a text,
/// and <c>05,19</c> a list.
/// </summary>
/// <param name="settings">Where the values' texts are.</param>
internal sealed class OptionReader(LayeredSettings settings, ConfigurationErrors errors)
{
    /// <summary>Reads a value.</summary>
    /// <param name="node">Where the value stands.</param>
    /// <returns>A value that the option allows; null where there is none.</returns>
    public object? Read(Option option, SettingNode node, string path)
    {
        var value = ScalarAt(node, path, isQuoted: node.Origin.IsFile);
        if (!option.IsList)
        {
            return ReadScalar(option, value, path);
        }

        if (node.Kind == JsonValueKind.Array)
        {
            return ReadList(option, [.. node.Children.Select(child => ScalarAt(child, $"{path}[{child.Name}]", isQuoted: true))], path);
        }

        return value is { IsQuoted: false, Text: not null } ? ReadList(option, Split(value), path) : Refuse(option, value, path);
    }

    private object? ReadList(Option option, IReadOnlyList<SettingScalar> elements, string path)
    {
        var values = elements.Select(element => ReadScalar(option, element, path)).ToList();
        return (values.Contains(null), option.Kind) switch
        {
            (true, _) => null,
            (_, OptionKind.Integer) => (IReadOnlyList<int>)[.. values.Cast<int>()],
            (_, OptionKind.Number) => (IReadOnlyList<double>)[.. values.Cast<double>()],
            _ => (IReadOnlyList<string>)[.. values.Cast<string>()],
        };
    }

    private object? ReadScalar(Option option, SettingScalar scalar, string optionPath)
    {
        if (scalar.IsAnothers)
        {
            return null;
        }

        object? value = option.Kind switch
        {
            OptionKind.Boolean => scalar.Kind is JsonValueKind.True or JsonValueKind.False ? scalar.Kind == JsonValueKind.True : null,
            OptionKind.Integer => scalar.AsNumber() is { } number && IsWhole(number) ? (int)number : null,
            OptionKind.Number => scalar.AsNumber(),
            OptionKind.Text => scalar.AsText(),
            _ when scalar.AsText() is not { } text || text.Contains('\0', StringComparison.Ordinal) => null,
            OptionKind.Weights => ResolveUnlessName(scalar.AsText()!, scalar.Origin),
            _ => Resolve(scalar.AsText()!, scalar.Origin),
        };
        return value is not null && option.Allows(value) ? value : Refuse(option, scalar, optionPath);
    }

    private SettingScalar ScalarAt(SettingNode node, string path, bool isQuoted) =>
        new(node.Kind, TextOf(node), path, node.Origin, isQuoted);

    private string? TextOf(SettingNode node) => node.Kind switch
    {
        JsonValueKind.String or JsonValueKind.Number => settings.TextOf(node),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static SettingScalar[] Split(SettingScalar list)
    {
        var parts = list.Text!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Select((part, index) => list with { Kind = KindOf(part), Text = part, Path = $"{list.Path}[{index}]" })];
    }

    private static JsonValueKind KindOf(string part) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? JsonValueKind.Number : JsonValueKind.String;

    private static bool IsWhole(double number) => number is >= int.MinValue and <= int.MaxValue && number == Math.Truncate(number);

    private static string Resolve(string path, SettingOrigin origin) => path.Length == 0 ? path : Path.GetFullPath(path, origin.Folder);

    private static string ResolveUnlessName(string text, SettingOrigin origin) =>
        text.AsSpan().ContainsAny('/', '\\') || File.Exists(Resolve(text, origin)) ? Resolve(text, origin) : text;

    private object? Refuse(Option option, SettingScalar scalar, string optionPath)
    {
        var subject = scalar.Path == optionPath ? "it" : optionPath;
        var nearest = option.Choices is { } choices && scalar.Text is { } text && NearestName.Find(text, choices) is { } choice
            ? $"; did you mean '{choice}'?"
            : ".";
        errors.Add(
            scalar.Origin,
            $"{scalar.Path} is {SettingPhrases.Show(scalar.Kind, scalar.Text)}; {subject} must be {option.DescribeAllowed()}{nearest}");
        return null;
    }
}
