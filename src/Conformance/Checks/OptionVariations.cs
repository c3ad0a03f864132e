using System.Text.Json.Nodes;
using Mpuc.Conformance.Samples;

namespace Mpuc.Conformance.Checks;

/// <summary>Values that a schema allows and few people try.</summary>
internal static class OptionVariations
{
    /// <summary>Every choice, both positions of every switch, and the least value of every number, one at a time.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="samples">The values that are set besides.</param>
    /// <param name="folder">The folder that relative paths count from.</param>
    /// <returns>What is varied, for people, and the values.</returns>
    public static IEnumerable<(string What, OptionValues Values)> Of(OptionSchema schema, JsonObject samples, string folder)
    {
        foreach (var option in schema.Options.Where(option => !option.IsList))
        {
            foreach (var value in Values(option))
            {
                var json = samples.DeepClone().AsObject();
                json[option.Name] = value;
                yield return ($"'{option.Name}' at {value.ToJsonString()}", OptionJson.Read(schema, json, folder));
            }
        }
    }

    private static IEnumerable<JsonNode> Values(Option option) => option switch
    {
        { Choices: { } choices } => choices.Select(choice => (JsonNode)choice!),
        { Kind: OptionKind.Boolean } => [true, false],
        { Kind: OptionKind.Integer, Minimum: { } least } when least > int.MinValue => [(int)least],
        { Kind: OptionKind.Number, Minimum: { } least } when least > double.MinValue => [least],
        _ => [],
    };
}
