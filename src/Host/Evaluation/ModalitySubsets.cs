using System.Numerics;

namespace Mpuc.Host.Evaluation;

/// <summary>The subsets of modalities that are measured.</summary>
internal static class ModalitySubsets
{
    /// <summary>Lists subsets: all modalities first, then the others from large to small.</summary>
    /// <param name="maximum">Up to how many modalities all 2^M - 1 subsets are listed; beyond, all together and each alone.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<string> modalities, int maximum)
    {
        if (modalities.Count > maximum)
        {
            return [modalities, .. modalities.Select(name => (IReadOnlyList<string>)[name])];
        }

        return
        [
            .. Enumerable.Range(1, (1 << modalities.Count) - 1)
                .OrderByDescending(bits => BitOperations.PopCount((uint)bits)).ThenBy(bits => bits)
                .Select(bits => (IReadOnlyList<string>)[.. modalities.Where((_, place) => (bits >> place & 1) == 1)]),
        ];
    }
}
