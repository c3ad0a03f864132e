using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The base of the convolutions (cross-correlations) and transposed convolutions over 1, 2 or 3 spatial dimensions.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    // Left and right widths from the last dimension to the first, as functional.pad takes them.
    private readonly long[] _edges;
    private readonly bool _evenEdges;
    private Parameter _weight;
    private Parameter? _bias;

    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null) : base(name)
    {
        RequireDivisible(in_channels, groups, nameof(in_channels));
        RequireDivisible(out_channels, groups, nameof(out_channels));
        if (padding_type == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException("Padding.Same needs a stride of 1.", nameof(padding_type));
        }

        (this.in_channels, this.out_channels, this.groups, this.transposed) = (in_channels, out_channels, groups, transposed);
        (this.kernel_size, this.stride, this.dilation, this.output_padding) = (kernel_size, stride, dilation, output_padding);
        (this.padding_type, this.padding_mode) = (padding_type, padding_mode);

        var total = kernel_size.Zip(dilation, (width, step) => step * (width - 1)).ToArray();
        this.padding = padding_type switch
        {
            Padding.Same => [.. total.Select(width => width / 2)],
            Padding.Valid => new long[kernel_size.Length],
            _ => padding,
        };
        var right = padding_type == Padding.Same ? total.Zip(this.padding, (width, left) => width - left).ToArray() : this.padding;
        _edges = [.. this.padding.Zip(right).Reverse().SelectMany(widths => new[] { widths.First, widths.Second })];
        _evenEdges = this.padding.SequenceEqual(right);

        long[] shape = transposed
            ? [in_channels, out_channels / groups, .. kernel_size]
            : [out_channels, in_channels / groups, .. kernel_size];
        weight = _weight = new Parameter(empty(shape, dtype, device));
        this.bias = bias ? new Parameter(empty([out_channels], dtype, device)) : null;
        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    /// <summary>The width before the first element of every spatial dimension.</summary>
    public long[] padding { get; }

    public Padding? padding_type { get; }

    public PaddingModes padding_mode { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public long groups { get; set; }

    public bool transposed { get; }

    /// <summary>
    /// <c>[out_channels, in_channels / groups, kernel...]</c>; transposed
    /// <c>[in_channels, out_channels / groups, kernel...]</c>.
    /// </summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary><c>[out_channels]</c>, or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>Draws new starting values, uniform between -1/sqrt(fan in) and 1/sqrt(fan in).</summary>
    public void reset_parameters() => StartingValues.ByFanIn(_weight, _bias);

    /// <summary>Convolves the padded input; the operation is given the input and how much zero padding it still has to add.</summary>
    private protected Tensor Pad(Tensor input, Func<Tensor, long[], Tensor> convolve)
    {
        if (padding_mode == PaddingModes.Zeros && _evenEdges)
        {
            return convolve(input, padding);
        }

        using var extended = nn.functional.pad(input, _edges, padding_mode);
        return convolve(extended, new long[padding.Length]);
    }

    private static void RequireDivisible(long channels, long groups, string what)
    {
        if (groups <= 0 || channels % groups != 0)
        {
            throw new ArgumentException($"{channels} channels do not divide into {groups} groups.", what);
        }
    }
}
