namespace Mpuc.Kernels;

/// <summary>How the kernels of an instruction set share the columns of a block's matrices.</summary>
internal sealed class TcnBlockPlan
{
    public TcnBlockPlan(TcnBlockShape shape, InstructionSet instructions)
    {
        Shape = shape;
        Panels = [.. shape.Panels];
        HiddenProducts = [.. Panels.SelectMany(panel => Products(panel.Start, panel.Width))];
        HiddenLayers = [.. Panels.SelectMany(panel => Layers(panel.Start, panel.Width))];
        ChannelProducts = [.. Products(0, shape.Channels)];
        ChannelLayers = [.. Layers(0, shape.Channels)];
        WidestLayer = instructions.Layers[0].Width;

        IEnumerable<Columns<MatrixProduct>> Products(int panel, int width) =>
            Columns<MatrixProduct>.Divide(panel, width, instructions.Products, product => product.Width);

        IEnumerable<Columns<TcnLayers>> Layers(int panel, int width) =>
            Columns<TcnLayers>.Divide(panel, width, instructions.Layers, layers => layers.Width);
    }

    public TcnBlockShape Shape { get; }

    public (int Start, int Width)[] Panels { get; }

    public Columns<MatrixProduct>[] HiddenProducts { get; }

    public Columns<TcnLayers>[] HiddenLayers { get; }

    public Columns<MatrixProduct>[] ChannelProducts { get; }

    public Columns<TcnLayers>[] ChannelLayers { get; }

    public int WidestLayer { get; }

    /// <summary>The floats of a few columns with the convolution's padding.</summary>
    public int PaddedFloats(int frames) => (frames + (2 * Shape.Padding(frames))) * WidestLayer;
}
