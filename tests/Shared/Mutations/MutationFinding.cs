namespace Mpuc.Tests.Mutations;

/// <summary>An input that a reader does not hold against.</summary>
/// <param name="Parser">The reader's name.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Number">The input's number; -1 for one of the corpus itself.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Input">The input.</param>
internal sealed record MutationFinding(string Parser, int Seed, long Number, string Fault, byte[] Input)
{
    private const int MostShown = 400;

    /// <summary>
    /// What two inputs with the same cause have in common: what is wrong, up to the first detail, and the line of the project's code where
    /// it arose.
    /// </summary>
    public string Kind =>
        $"{Fault.Split('\'', '\n')[0].Split(": ")[0]} "
            + $"{Fault.Split('\n').FirstOrDefault(line => line.Contains(" in ", StringComparison.Ordinal))}";

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Parser}, seed {Seed}, input {Number} ({Input.Length} bytes): {Fault}\n"
        + $"MPUC_MUTATION_SEED={Seed} MPUC_MUTATION_INPUT={Number} tries it alone; it begins\n{Show()}";

    private string Show() =>
        string.Concat(
            Input.Take(MostShown).Select(value => value is >= 0x20 and < 0x7F or (byte)'\n' ? ((char)value).ToString() : $"\\x{value:X2}"));
}
