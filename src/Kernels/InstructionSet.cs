using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Mpuc.Kernels;

/// <summary>The kernels for processors with one width of vectors.</summary>
internal sealed class InstructionSet
{
    private InstructionSet(string name, bool isSupported, MatrixProduct[] products, TcnLayers[] layers, GateLayers[] gates)
    {
        (Name, IsSupported, Products, Layers, Gates) = (name, isSupported, products, layers, gates);
    }

    /// <summary>From the widest to what every processor has.</summary>
    public static IReadOnlyList<InstructionSet> All { get; } =
    [
        // Not Vector512.IsHardwareAccelerated, which is false on processors that lower their clock for such vectors. Products gain there
        // nevertheless.
        new(
            "avx512",
            Avx512F.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported,
            [new TiledProduct<LanePair<LanePair<Lanes512>>>(), new TiledProduct<Lanes512>()],
            [new TcnLayers<LanePair<Lanes512>>(), new TcnLayers<Lanes512>()],
            [new GateLayers<LanePair<Lanes512>>(), new GateLayers<Lanes512>()]),
        new(
            "avx2",
            Vector256.IsHardwareAccelerated && Fma.IsSupported,
            [new TiledProduct<LanePair<Lanes256>>()],
            [new TcnLayers<LanePair<Lanes256>>()],
            [new GateLayers<LanePair<Lanes256>>()]),
        new(
            "baseline",
            true,
            [new TiledProduct<LanePair<Lanes128>>()],
            [new TcnLayers<LanePair<Lanes128>>()],
            [new GateLayers<LanePair<Lanes128>>()]),
    ];

    /// <summary>The name by which <see cref="FusedKernels.Variable"/> asks for it.</summary>
    public string Name { get; }

    public bool IsSupported { get; }

    /// <summary>From the widest to one that divides 16 columns.</summary>
    public IReadOnlyList<MatrixProduct> Products { get; }

    /// <summary>From the widest to one that divides 16 channels.</summary>
    public IReadOnlyList<TcnLayers> Layers { get; }

    /// <summary>From the widest to one that divides 16 channels.</summary>
    public IReadOnlyList<GateLayers> Gates { get; }

    /// <summary>The widest that the processor has, or a lesser one that is asked for by name.</summary>
    public static InstructionSet Choose(string? name)
    {
        var supported = All.Where(set => set.IsSupported).ToList();
        return supported.Find(set => string.Equals(set.Name, name, StringComparison.Ordinal)) ?? supported[0];
    }
}
