using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Graphs;

/// <summary>
/// The graph that the paper's ST-GCN works on: the 51 inner points of the 68-point scheme (Sagonas et al. 2016) as nodes 0 to 50, joined by
/// 65 undirected edges. Brows, nose, eyes and lips are chains; bridges join them.
/// </summary>
internal static class FaceGraph
{
    /// <summary>The number of nodes.</summary>
    public const int Nodes = 51;

    /// <summary>The points of the jaw, which stand before the inner ones in the 68-point scheme and are left out.</summary>
    public const int JawPoints = 17;

    /// <summary>The number of points in the whole scheme.</summary>
    public const int Points = JawPoints + Nodes;

    /// <summary>The edges as pairs of nodes, each once, the lower node first.</summary>
    public static IReadOnlyList<(int From, int To)> Edges { get; } =
    [

        // Brows (0 to 9) with their bridges to the eyes and the lips.
        (0, 1), (0, 19), (1, 2), (2, 3), (3, 4), (4, 5), (5, 7), (6, 7), (6, 8), (8, 9), (9, 28),

        // Nose (10 to 18) with its bridges to eyes and lips.
        (10, 11), (10, 14), (10, 18), (10, 22), (10, 25), (11, 12), (12, 13), (13, 16), (14, 15), (15, 16), (16, 17), (16, 34), (17, 18),

        // Eyes (19 to 24, 25 to 30) with their bridges to the lips.
        (19, 20),
        (19, 24),
        (19, 31),
        (20, 21),
        (21, 22),
        (22, 23),
        (23, 24),
        (25, 26),
        (25, 30),
        (26, 27),
        (27, 28),
        (28, 29),
        (28, 37),
        (29, 30),

        // Outer lips (31 to 42) and inner lips (43 to 50).
        (31, 32),
        (31, 42),
        (31, 43),
        (32, 33),
        (33, 34),
        (33, 44),
        (34, 35),
        (34, 45),
        (35, 36),
        (35, 46),
        (36, 37),
        (37, 38),
        (37, 47),
        (38, 39),
        (39, 40), (40, 41), (41, 42), (43, 44), (43, 50), (44, 45), (44, 50), (45, 46), (46, 47), (46, 48), (47, 48), (48, 49), (49, 50),
    ];

    /// <summary>
    /// The symmetrically normalised adjacency <c>D^-1/2 (A + s I) D^-1/2</c> with D the degrees of <c>A + s I</c> (Kipf and Welling 2017,
    /// Eq. 2).
    /// </summary>
    /// <param name="selfLoops">s: 1 in the literature; 2 in the paper's released code, which adds the identity twice.</param>
    /// <returns>The matrix, <c>[51, 51]</c>, float32.</returns>
    public static Tensor NormalizedAdjacency(int selfLoops)
    {
        var matrix = new double[Nodes, Nodes];
        foreach (var (from, to) in Edges)
        {
            (matrix[from, to], matrix[to, from]) = (1, 1);
        }

        var degrees = new double[Nodes];
        for (var row = 0; row < Nodes; row++)
        {
            matrix[row, row] = selfLoops;
            for (var column = 0; column < Nodes; column++)
            {
                degrees[row] += matrix[row, column];
            }
        }

        var values = new float[Nodes * Nodes];
        for (var row = 0; row < Nodes; row++)
        {
            for (var column = 0; column < Nodes; column++)
            {
                values[(row * Nodes) + column] = (float)(matrix[row, column] / Math.Sqrt(degrees[row] * degrees[column]));
            }
        }

        return tensor(values, Nodes, Nodes);
    }
}
