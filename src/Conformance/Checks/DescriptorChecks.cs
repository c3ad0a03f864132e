using System.Reflection;
using System.Text.RegularExpressions;
using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;

namespace Mpuc.Conformance.Checks;

/// <summary>What a plugin says of itself.</summary>
internal static partial class DescriptorChecks
{
    public static IReadOnlyList<Check<PluginTrial>> All { get; } =
    [
        new("plugin.offers", "it offers kinds of modality or backbones, each under one name in lower camel case", Offers),
        new("plugin.descriptors", "its descriptors tell people what it offers", Describes),
        new("plugin.options", "every option has a range or choices, a default among them, and a sentence", DescribesOptions),
    ];

    private static void Offers(PluginTrial trial)
    {
        var (kinds, backbones) = (trial.Plugin.Modalities, trial.Plugin.Backbones);
        Promise.Holds(
            kinds.Count + backbones.Count > 0,
            "Its module registers neither an encoder nor a backbone; call builder.RegisterEncoder or builder.RegisterBackbone.");
        foreach (var name in kinds.Select(kind => kind.Kind)
            .Concat(backbones.SelectMany(backbone => new[] { backbone.Kind, backbone.Name })))
        {
            Promise.Holds(
                LowerCamelCase().IsMatch(name),
                $"'{name}' is no name for a kind or backbone; such a name is in lower camel case, as 'actionUnits'.");
        }

        var offers = kinds.Select(kind => kind.Kind).Concat(backbones.Select(backbone => backbone.Key)).ToList();
        var twice = offers.FirstOrDefault(offer => offers.Count(other => other == offer) > 1);
        Promise.Holds(twice is null, $"It offers '{twice}' twice.");
        foreach (var kind in kinds.Where(kind => backbones.Any(backbone => backbone.Kind == kind.Kind)))
        {
            Promise.Holds(
                backbones.Any(backbone => backbone.Kind == kind.Kind && backbone.Name == kind.DefaultBackbone),
                $"The default backbone of '{kind.Kind}' is '{kind.DefaultBackbone}', which it does not offer.");
        }
    }

    private static void Describes(PluginTrial trial)
    {
        foreach (var kind in trial.Plugin.Modalities)
        {
            IsSentence(kind.Description, $"the description of the kind '{kind.Kind}'");
            Promise.Holds(kind.Extensions.Count > 0, $"The kind '{kind.Kind}' names no extension of its files, such as \".csv\".");
            var wrong = kind.Extensions.FirstOrDefault(extension => !Extension().IsMatch(extension));
            Promise.Holds(
                wrong is null,
                $"The kind '{kind.Kind}' names the extension '{wrong}'; one begins with a dot and is in lower case, as '.csv'.");
            Promise.Holds(
                kind.Extensions.Distinct().Count() == kind.Extensions.Count,
                $"The kind '{kind.Kind}' names an extension twice.");
            Promise.Holds(Enum.IsDefined(kind.DefaultNormalization), $"The kind '{kind.Kind}' has no known default normalisation.");
        }

        foreach (var backbone in trial.Plugin.Backbones)
        {
            IsSentence(backbone.Description, $"the description of the backbone '{backbone.Key}'");
        }
    }

    private static void DescribesOptions(PluginTrial trial)
    {
        var schemas = trial.Plugin.Modalities.Select(kind => (Owner: kind.Kind, kind.Options))
            .Concat(trial.Plugin.Backbones.Select(backbone => (Owner: backbone.Key, backbone.Options)));
        foreach (var (owner, option) in schemas.SelectMany(schema => schema.Options.Options.Select(option => (schema.Owner, option))))
        {
            var name = $"the option '{option.Name}' of '{owner}'";
            Promise.Holds(LowerCamelCase().IsMatch(option.Name), $"The name of {name} is not in lower camel case.");
            IsSentence(option.Description, $"the description of {name}");
            var isNumber = option.Kind is OptionKind.Integer or OptionKind.Number;
            Promise.Holds(
                !isNumber || HasBound(option),
                $"Neither a least nor a greatest value is set for {name}; give the range in which it makes sense.");
            Promise.Holds(
                option.Choices is null || (option.Choices.Count > 1 && option.Choices.Distinct().Count() == option.Choices.Count),
                $"The choices of {name} are fewer than two, or one is there twice.");
            Promise.Holds(
                option.IsRequired || option.DefaultValue is { } value && option.Allows(value),
                $"The default of {name} is not {option.DescribeAllowed()}.");
        }
    }

    private static bool HasBound(Option option) =>
        option.Minimum is { } least && least != int.MinValue && least != double.MinValue
        || option.Maximum is { } most && most != int.MaxValue && most != double.MaxValue;

    private static void IsSentence(string text, string what) => Promise.Holds(
        text.Length > 1 && !char.IsLower(text[0]) && text.EndsWith('.') && !text.Contains('\n'),
        $"This is no sentence, from a capital to a full stop on one line, for {what}: \"{text}\".");

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LowerCamelCase();

    [GeneratedRegex(@"^(?:\.[a-z0-9_+-]+)+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extension();
}
