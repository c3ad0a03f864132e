using Mpuc.Host.Baselines;
using Mpuc.Host.Messages;

namespace Mpuc.Host.Protocol;

/// <summary>The methods that a comparison knows.</summary>
internal static class MethodCatalog
{
    /// <summary>The methods' names, in the order of the rows.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        MajorityMethod.Name, NoEncoderMethod.Name, UntrainedMethod.Name, SupervisedMethod.Unimodal, SupervisedMethod.LateFusion,
        SupervisedMethod.AttentionFusion, AutoencoderMethod.Name, ContrastiveMethod.Name,
    ];

    /// <summary>Makes methods.</summary>
    /// <param name="chosen">Names, separated by commas; null for all.</param>
    /// <returns>The methods, in the order of the rows.</returns>
    /// <exception cref="MpucException">There is no such method.</exception>
    public static IReadOnlyList<IMethod> Create(string? chosen, IReadOnlyList<string> modalities)
    {
        var names = chosen?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [.. Names];
        if (names.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
        {
            var meant = NearestName.Find(unknown, Names) is { } near
                ? $"; did you mean '{near}'?"
                : $"; there are {string.Join(", ", Names)}.";
            throw new MpucException($"--methods: there is no method '{unknown}'{meant}");
        }

        return names.Length > 0
            ? [.. Names.Where(names.Contains).SelectMany(name => MethodsOf(name, modalities))]
            : throw new MpucException($"--methods names none; there are {string.Join(", ", Names)}.");
    }

    private static IEnumerable<IMethod> MethodsOf(string name, IReadOnlyList<string> modalities) => name switch
    {
        MajorityMethod.Name => [new MajorityMethod()],
        NoEncoderMethod.Name => [new NoEncoderMethod()],
        UntrainedMethod.Name => [new UntrainedMethod()],
        SupervisedMethod.Unimodal => modalities.Select(modality => new SupervisedMethod(
            name, [modality], FusionKind.Concatenation, options => options.UnimodalOf(modality))),
        SupervisedMethod.LateFusion => [new SupervisedMethod(name, null, FusionKind.Concatenation, options => options.LateFusion)],
        SupervisedMethod.AttentionFusion => [new SupervisedMethod(name, null, FusionKind.Attention, options => options.AttentionFusion)],
        AutoencoderMethod.Name => [new AutoencoderMethod()],
        _ => [new ContrastiveMethod()],
    };
}
