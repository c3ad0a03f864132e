using System.Text.Json.Nodes;

namespace Mpuc.Host.Configuration.Reading;

/// <summary>What was read for a section: its options' values and the sections inside.</summary>
internal sealed class SettingsSection(OptionSchema options)
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, SettingsSection>> _children = [];

    /// <summary>The options.</summary>
    public OptionSchema Options { get; } = options;

    /// <summary>The sections inside, by key, in reading order.</summary>
    public IReadOnlyList<KeyValuePair<string, SettingsSection>> Children => _children;

    /// <summary>The options' values, complete once the whole configuration has been read without an error.</summary>
    public OptionValues Values => new(Options, _values);

    /// <summary>A section inside.</summary>
    public SettingsSection this[string key] => _children.First(child => child.Key == key).Value;

    /// <summary>Sets an option's value.</summary>
    /// <param name="option">One of <see cref="Options"/>.</param>
    public void Set(Option option, object value) => _values[option.Name] = value;

    /// <summary>Adds a section.</summary>
    public void Add(string key, SettingsSection section) => _children.Add(new(key, section));

    /// <summary>Everything, defaults included, in reading order.</summary>
    public JsonObject ToJson()
    {
        var json = Values.ToJson();
        foreach (var (key, child) in _children)
        {
            json[key] = child.ToJson();
        }

        return json;
    }
}
