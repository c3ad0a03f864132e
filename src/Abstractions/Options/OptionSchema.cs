namespace Mpuc;

/// <summary>The options of an encoder, a backbone or a part of the host.</summary>
public sealed class OptionSchema
{
    private readonly Dictionary<string, Option> _byName;

    /// <summary>Creates a schema.</summary>
    /// <param name="options">The options, in the order in which people should read them.</param>
    /// <exception cref="ArgumentException">Two options share a name, or a default lies outside its own range.</exception>
    public OptionSchema(params IReadOnlyList<Option> options)
    {
        Options = [.. options]; // A list of the contract's own: the caller's may be of a type of the plugin, which whoever keeps a schema would keep.
        _byName = options.ToDictionary(option => option.Name, StringComparer.Ordinal);
        if (options.FirstOrDefault(option => option.DefaultValue is { } value && !option.Allows(value)) is { } wrong)
        {
            throw new ArgumentException($"The default of '{wrong.Name}' is not {wrong.DescribeAllowed()}.", nameof(options));
        }
    }

    /// <summary>A schema without options.</summary>
    public static OptionSchema Empty { get; } = new();

    /// <summary>The options, in reading order.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>Finds an option by its key.</summary>
    /// <param name="name">The key.</param>
    /// <returns>The option, or null.</returns>
    public Option? Find(string name) => _byName.GetValueOrDefault(name);
}
