using System.Text.Json;
using Mpuc.Host.Configuration.Layers;
using Mpuc.Host.Configuration.Schema;

namespace Mpuc.Host.Configuration.Reading;

/// <summary>Reads layered settings against a schema and collects everything that is wrong with them.</summary>
internal sealed class SettingsReader(LayeredSettings settings, ConfigurationErrors errors)
{
    private readonly OptionReader _options = new(settings, errors);

    /// <summary>Reads a whole configuration.</summary>
    /// <returns>What was read; complete only where there is no error.</returns>
    public SettingsSection Read(SectionSchema schema)
    {
        _ = ReadOption(RunSchema.SchemaReference, settings.Roots, string.Empty, settings.Roots[0].Origin);
        return ReadSection(schema, settings.Roots, string.Empty, settings.Roots[0].Origin);
    }

    /// <summary>Reads one of a configuration's sections, and nothing else.</summary>
    /// <returns>What was read; complete only where there is no error.</returns>
    public SettingsSection Read(SectionSchema schema, string key) =>
        ReadSection(schema, ObjectsAt(Named(settings.Roots, key), key), key, settings.Roots[0].Origin);

    /// <summary>The keys inside one of a configuration's sections, checked against nothing.</summary>
    public IReadOnlyList<string> NamesIn(string key) =>
        [
            .. Named(settings.Roots, key)
                .SelectMany(section => section.Children)
                .Select(child => child.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private SettingsSection Read(SettingsSchema schema, List<SettingNode> nodes, string path, SettingOrigin parent)
    {
        var objects = ObjectsAt(nodes, path);
        var origin = nodes.Count == 0 ? parent : nodes[^1].Origin;
        return schema switch
        {
            SectionSchema section => ReadSection(section, objects, path, origin),
            VariantSchema variant => ReadVariant(variant, objects, path, origin),
            MapSchema map => ReadMap(map, objects, path, origin),
            NumberMapSchema numbers => ReadNumbers(numbers, objects, path, origin),
            _ => throw new ArgumentException($"There is no reader for {schema.GetType()}.", nameof(schema)),
        };
    }

    private SettingsSection ReadSection(SectionSchema schema, IReadOnlyList<SettingNode> objects, string path, SettingOrigin origin)
    {
        var section = new SettingsSection(schema.Options);
        RefuseUnknown(schema.Keys, objects, path);
        ReadOptions(section, objects, path, origin);
        foreach (var (key, child) in schema.Children)
        {
            section.Add(key, Read(child, Named(objects, key), SettingPhrases.Join(path, key), origin));
        }

        return section;
    }

    private SettingsSection ReadVariant(VariantSchema schema, IReadOnlyList<SettingNode> objects, string path, SettingOrigin origin)
    {
        if (schema.Cases.Count == 0)
        {
            errors.Add(origin, $"{path} cannot be read, for {schema.WithoutCases}.");
            return new SettingsSection(OptionSchema.Empty);
        }

        var before = errors.Count;
        var name = (string?)ReadOption(schema.Discriminator, objects, path, origin) ?? schema.Discriminator.Default;
        return name is not null && errors.Count == before
            ? ReadSection(schema.Cases[name], objects, path, origin)
            : new SettingsSection(OptionSchema.Empty);
    }

    private SettingsSection ReadMap(MapSchema schema, IReadOnlyList<SettingNode> objects, string path, SettingOrigin origin)
    {
        var map = new SettingsSection(OptionSchema.Empty);
        var names = objects.SelectMany(node => node.Children).DistinctBy(child => child.Name, StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count == 0 && schema.Example is not null)
        {
            errors.Add(origin, $"{path} names nothing; it needs at least one entry, such as {schema.Example}.");
        }

        RefuseUnknown([.. names.Select(first => first.Name)], objects, path);
        foreach (var first in names)
        {
            if (MapSchema.IsName(first.Name))
            {
                map.Add(first.Name, Read(schema.Entry, Named(objects, first.Name), SettingPhrases.Join(path, first.Name), origin));
            }
            else
            {
                errors.Add(
                    first.Origin, $"'{SettingPhrases.Shorten(first.Name)}' is no name for {path}; a name is {MapSchema.NameDescription}.");
            }
        }

        return map;
    }

    private SettingsSection ReadNumbers(NumberMapSchema schema, IReadOnlyList<SettingNode> objects, string path, SettingOrigin origin)
    {
        var known = schema.Names ?? [];
        RefuseUnknown(known, objects, path);
        var set = known.Where(name => Named(objects, name).Count > 0);
        var section = new SettingsSection(new OptionSchema([.. set.Select(schema.OptionFor)]));
        ReadOptions(section, objects, path, origin);
        return section;
    }

    private void ReadOptions(SettingsSection section, IReadOnlyList<SettingNode> objects, string path, SettingOrigin origin)
    {
        foreach (var option in section.Options.Options)
        {
            if (ReadOption(option, objects, path, origin) is { } value)
            {
                section.Set(option, value);
            }
        }
    }

    private object? ReadOption(Option option, IReadOnlyList<SettingNode> objects, string path, SettingOrigin origin)
    {
        var optionPath = SettingPhrases.Join(path, option.Name);
        if (Named(objects, option.Name) is [.., var last])
        {
            return _options.Read(option, last, optionPath);
        }

        if (option.IsRequired)
        {
            errors.Add(origin, $"{optionPath} is missing; it must be {option.DescribeAllowed()}.");
        }

        return null;
    }

    private void RefuseUnknown(IReadOnlyList<string> known, IReadOnlyList<SettingNode> objects, string path)
    {
        foreach (var child in objects.SelectMany(node => node.Children)
            .Where(child => !known.Any(child.IsNamed) && !IsSchemaReference(child, path)))
        {
            errors.Add(
                child.Origin, $"there is no setting {SettingPhrases.Join(path, child.Name)}; {SettingPhrases.Suggest(child.Name, known)}");
        }
    }

    private static bool IsSchemaReference(SettingNode node, string path) =>
        path.Length == 0 && node.IsNamed(RunSchema.SchemaReference.Name);

    private IReadOnlyList<SettingNode> ObjectsAt(IReadOnlyList<SettingNode> nodes, string path)
    {
        foreach (var node in nodes.Where(node => node.Kind != JsonValueKind.Object))
        {
            errors.Add(node.Origin, $"{path} is {SettingPhrases.Show(node.Kind)}; it must be an object, {{ ... }}.");
        }

        return [.. nodes.Where(node => node.Kind == JsonValueKind.Object)];
    }

    private static List<SettingNode> Named(IReadOnlyList<SettingNode> objects, string name) =>
        [.. objects.SelectMany(node => node.Children).Where(child => child.IsNamed(name))];
}
