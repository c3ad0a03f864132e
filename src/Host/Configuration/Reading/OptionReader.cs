using System.Globalization;
using System.Text.Json;
using Mpuc.Host.Configuration.Layers;

namespace Mpuc.Host.Configuration.Reading;

/// <summary>Reads the value of one option, without any leniency about its type.</summary>
/// <param name="settings">Where the values' texts are.</param>
/// <param name="errors">Takes what is wrong with them.</param>
internal sealed class OptionReader(LayeredSettings settings, ConfigurationErrors errors)
{
    /// <summary>Reads a value.</summary>
    /// <param name="option">What is expected.</param>
    /// <param name="node">Where the value stands.</param>
    /// <param name="path">The value's JSON path.</param>
    /// <returns>A value that the option allows; null where there is none.</returns>
    public object? Read(Option option, SettingNode node, string path)
    {
        if (option.IsList)
        {
            return node.Kind == JsonValueKind.Array ? ReadList(option, node, path) : Refuse(option, node, path, path);
        }

        var value = ReadScalar(option, node, node.Origin.IsFile);
        return value is not null && option.Allows(value) ? value : Refuse(option, node, path, path);
    }

    private object? ReadList(Option option, SettingNode list, string path)
    {
        var values = new List<object>();
        foreach (var element in list.Children)
        {
            if (ReadScalar(option, element, isQuoted: true) is { } value && option.Allows(value))
            {
                values.Add(value);
            }
            else
            {
                Refuse(option, element, path, $"{path}[{element.Name}]");
            }
        }

        return (values.Count == list.Children.Count, option.Kind) switch
        {
            (false, _) => null,
            (_, OptionKind.Integer) => (IReadOnlyList<int>)[.. values.Cast<int>()],
            (_, OptionKind.Number) => (IReadOnlyList<double>)[.. values.Cast<double>()],
            _ => (IReadOnlyList<string>)[.. values.Cast<string>()],
        };
    }

    private object? ReadScalar(Option option, SettingNode node, bool isQuoted) => option.Kind switch
    {
        OptionKind.Boolean => node.Kind is JsonValueKind.True or JsonValueKind.False ? node.Kind == JsonValueKind.True : null,
        OptionKind.Integer => ReadNumber(node) is { } number && IsWhole(number) ? (int)number : null,
        OptionKind.Number => ReadNumber(node),
        OptionKind.Text => ReadText(node, isQuoted),
        _ => ReadText(node, isQuoted) is { } path && !path.Contains('\0', StringComparison.Ordinal) ? Resolve(path, node.Origin) : null,
    };

    private double? ReadNumber(SettingNode node) =>
        node.Kind == JsonValueKind.Number ? double.Parse(settings.TextOf(node), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    // On the command line and in the environment 05 or true may well be meant as a text.
    private string? ReadText(SettingNode node, bool isQuoted) => node.Kind switch
    {
        JsonValueKind.String => settings.TextOf(node),
        JsonValueKind.Number when !isQuoted => settings.TextOf(node),
        JsonValueKind.True or JsonValueKind.False when !isQuoted => SettingPhrases.Show(node),
        _ => null,
    };

    private static bool IsWhole(double number) => number is >= int.MinValue and <= int.MaxValue && number == Math.Truncate(number);

    private static string Resolve(string path, SettingOrigin origin) => path.Length == 0 ? path : Path.GetFullPath(path, origin.Folder);

    private object? Refuse(Option option, SettingNode node, string optionPath, string path)
    {
        var text = node.Kind is JsonValueKind.String or JsonValueKind.Number ? settings.TextOf(node) : null;
        var expected = path == optionPath ? $"it must be {option.DescribeAllowed()}" : $"{optionPath} must be {option.DescribeAllowed()}";
        var nearest = option.Choices is { } choices && text is not null && NearestName.Find(text, choices) is { } choice ? $"; did you mean '{choice}'?" : ".";
        errors.Add(node.Origin, $"{path} is {SettingPhrases.Show(node, text)}; {expected}{nearest}");
        return null;
    }
}
