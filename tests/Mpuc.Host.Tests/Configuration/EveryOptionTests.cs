using System.Text.Json;
using Mpuc.Host.Baselines;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Datasets.Synthetic;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Objectives;
using Mpuc.Host.Plugins;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Configuration;

/// <summary>
/// Every section of a configuration, option by option: what is written arrives, each choice as something else. A setting that is read
/// nowhere, or in the place of another, would be found here.
/// </summary>
public class EveryOptionTests
{
    private static readonly Section[] Sections =
    [
        new("data", DataOptions.Schema, DataOptions.From),
        new("data.window", WindowOptions.Schema, WindowOptions.From),
        new("data.split", SplitOptions.Schema, SplitOptions.From),
        new("data of the kind synthetic", SyntheticOptions.Schema, SyntheticOptions.From),
        new("objective", ObjectiveOptions.Schema, values => ObjectiveOptions.From(values)),
        new("projection", ProjectionOptions.Schema, ProjectionOptions.From),
        new("training", TrainingOptions.Schema, TrainingOptions.From),
        new("evaluation", EvaluationOptions.Schema, EvaluationOptions.From),
        new("runtime", RuntimeOptions.Schema, RuntimeOptions.From),
        new("plugins", PluginOptions.Schema, PluginOptions.From),
        new("baselines.caeLr", AutoencoderOptions.Schema, AutoencoderOptions.From),
        new("baselines.unimodal", BaselineOptions.UnimodalSchema.Schema, BaselineOptions.UnimodalSchema.From),
        new("baselines.lateFusion", BaselineOptions.LateFusionSchema.Schema, BaselineOptions.LateFusionSchema.From),
        new("baselines.attentionFusion", BaselineOptions.AttentionFusionSchema.Schema, BaselineOptions.AttentionFusionSchema.From),
    ];

    [Test]
    public void Every_option_and_every_choice_makes_a_difference_of_its_own([ValueSource(nameof(Sections))] Section section)
    {
        var seen = new Dictionary<string, string> { [section.Read([])] = "the defaults" };
        foreach (var option in section.Schema.Options)
        {
            foreach (var value in OthersThanTheDefault(option))
            {
                var settings = $"{option.Name} = {JsonSerializer.Serialize(value)}";
                Assert.That(
                    seen.TryAdd(section.Read(new Dictionary<string, object> { [option.Name] = value }), settings), Is.True, settings);
            }
        }
    }

    [Test]
    public void A_setting_of_the_default_is_no_setting([ValueSource(nameof(Sections))] Section section)
    {
        var set = section.Schema.Options.Where(option => !option.IsRequired)
            .ToDictionary(option => option.Name, option => option.DefaultValue!);

        Assert.That(section.Read(set), Is.EqualTo(section.Read([])));
    }

    [Test]
    public void A_default_is_a_value_that_its_option_allows_and_every_bound_too([ValueSource(nameof(Sections))] Section section)
    {
        foreach (var option in section.Schema.Options)
        {
            Assert.That(option.DefaultValue is null || option.Allows(option.DefaultValue), Is.True, option.Name);
            Assert.That(option.Description, Does.EndWith("."), option.Name);
        }
    }

    [Test]
    public void Beyond_its_bounds_a_number_is_refused_with_them([ValueSource(nameof(Sections))] Section section)
    {
        foreach (var option in section.Schema.Options
            .Where(option => option is { IsList: false, Kind: OptionKind.Integer or OptionKind.Number }))
        {
            double[] beyond =
            [
                .. new[] { option.Minimum - 1, option.Maximum + 1 }.Where(bound =>
                    bound is > int.MinValue and < int.MaxValue).OfType<double>(),
            ];
            foreach (var value in beyond)
            {
                Assert.That(
                    () =>
                        section.Read(
                            new Dictionary<string, object> { [option.Name] = option.Kind == OptionKind.Integer ? (int)value : value }),
                    Throws.TypeOf<MpucException>().With.Message.EqualTo($"'{option.Name}' must be {option.DescribeAllowed()}."),
                    $"{value}");
            }
        }
    }

    [TestCase("ridge", "evaluation.probe is 'ridge', which predicts one class of several; a multi-label task needs 'mlp' or 'linear'.")]
    [TestCase("mlp", null)]
    [TestCase("linear", null)]
    public void A_multi_label_task_has_the_probes_that_can_predict_several_classes(string probe, string? message)
    {
        var settings = new Dictionary<string, object> { ["task"] = "multiLabel", ["probe"] = probe };

        Assert.That(
            () => EvaluationOptions.From(new OptionValues(EvaluationOptions.Schema, settings)),
            message is null ? Throws.Nothing : Throws.TypeOf<MpucException>().With.Message.EqualTo(message));
    }

    [Test]
    public void A_multi_label_task_cannot_be_balanced() => Assert.That(
        () =>
            EvaluationOptions.From(
                new OptionValues(
                    EvaluationOptions.Schema, new Dictionary<string, object> { ["task"] = "multiLabel", ["sampling"] = "balanced" })),
        Throws.TypeOf<MpucException>().With.Message.StartsWith(
            "evaluation.sampling is 'balanced', which a multi-label task cannot be").And.Message.Contains("'shuffled' would be right"));

    private static IEnumerable<object> OthersThanTheDefault(Option option) => option switch
    {
        { Choices: { } choices, IsList: false } => choices.Where(choice => choice != (string?)option.DefaultValue),
        { IsList: true, Kind: OptionKind.Text or OptionKind.Path } => [(IReadOnlyList<string>)["some", "thing"]],
        { Kind: OptionKind.Boolean } => [!(bool)option.DefaultValue!],
        { Kind: OptionKind.Integer } => [(int)option.DefaultValue! + ((int)option.DefaultValue! < option.Maximum ? 1 : -1)],
        { Kind: OptionKind.Number } =>
        [
            (double)option.DefaultValue! == option.Maximum
                ? (double)option.DefaultValue! / 2
                : ((double)option.DefaultValue! + Math.Min(option.Maximum!.Value, (double)option.DefaultValue! + 1)) / 2,
        ],
        _ => ["something"],
    };

    /// <summary>A section's options and the record that is made of their values.</summary>
    public sealed class Section(string name, OptionSchema schema, Func<OptionValues, object> from)
    {
        public OptionSchema Schema { get; } = schema;

        public string Read(Dictionary<string, object> settings) => JsonSerializer.Serialize(from(new OptionValues(Schema, settings)));

        public override string ToString() => name;
    }
}
