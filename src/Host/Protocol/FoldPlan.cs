using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;

namespace Mpuc.Host.Protocol;

/// <summary>Into which folds a configuration's data are divided.</summary>
/// <param name="Folds">The number of folds; 0 for the one division that the configuration itself describes.</param>
/// <param name="By">What is held out, as in <see cref="SplitOptions.By"/>; null for what the configuration says.</param>
/// <param name="Group">What the user calls a group, such as <c>actor</c>; null where they do not say.</param>
internal sealed record FoldPlan(int Folds, string? By, string? Group)
{
    /// <summary>The folds' numbers, from 1.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(1, Math.Max(1, Folds));

    /// <summary>Checks what a user asks for.</summary>
    /// <param name="folds">The number of folds; null for none.</param>
    /// <param name="group">The group to hold out; null for none.</param>
    /// <exception cref="MpucException">It contradicts itself.</exception>
    public static FoldPlan Of(int? folds, string? group, bool isStratified)
    {
        if (group is not null && isStratified)
        {
            throw new MpucException(
                "--group and --stratified exclude each other: folds hold out whole groups, or recordings of every class alike.");
        }

        if (folds is < 2)
        {
            throw new MpucException($"--folds is {folds}; a cross-validation needs at least 2 folds.");
        }

        var by = isStratified ? SplitOptions.Stratified : group is null ? null : SplitOptions.ByGroup;
        return new FoldPlan(folds ?? 0, by, group);
    }

    /// <summary>The settings that make a configuration that of one fold.</summary>
    /// <param name="fold">The fold's number, from 1.</param>
    public IReadOnlyList<Setting> Settings(int fold)
    {
        Setting[] held = By is null ? [] : [new("data.split.by", By)];
        return Folds == 0
            ? held
            : [.. held, new("data.split.test", new JsonArray()), new("data.split.folds", Folds), new("data.split.fold", fold)];
    }
}
