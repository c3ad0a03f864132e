using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The base of the normalisations that keep running statistics: a mean and an unbiased variance per channel.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;
    private Tensor? _runningMean;
    private Tensor? _runningVariance;
    private Tensor? _batchesTracked;

    private protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            weight = new Parameter(ones([num_features], dtype, device));
            bias = new Parameter(zeros([num_features], dtype, device));
        }

        if (track_running_stats)
        {
            running_mean = zeros([num_features], dtype, device);
            running_var = ones([num_features], dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }
    }

    /// <summary>Channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of a batch in the running statistics; null for the mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether a scale and a shift are trained.</summary>
    public bool affine { get; }

    public bool track_running_stats { get; }

    /// <summary>The scale, <c>[num_features]</c>.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>The shift, <c>[num_features]</c>.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    public Tensor? running_mean
    {
        get => _runningMean;
        set => ConditionallyRegisterBuffer(nameof(running_mean), _runningMean = value);
    }

    public Tensor? running_var
    {
        get => _runningVariance;
        set => ConditionallyRegisterBuffer(nameof(running_var), _runningVariance = value);
    }

    public Tensor? num_batches_tracked
    {
        get => _batchesTracked;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), _batchesTracked = value);
    }

    /// <summary>Forgets what has been seen.</summary>
    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            nn.init.zeros_(_runningMean!);
            nn.init.ones_(_runningVariance!);
            nn.init.zeros_(_batchesTracked!);
        }
    }

    /// <summary>Forgets what has been seen and learnt.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        StartingValues.OnesAndZeros(_weight, _bias);
    }

    /// <exception cref="ArgumentException">The input does not have the number of dimensions that the layer takes.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected void RequireDimensions(Tensor input, params ReadOnlySpan<long> dimensions)
    {
        if (!dimensions.Contains(input.dim()))
        {
            throw new ArgumentException(
                $"{GetName()} takes {string.Join(" or ", dimensions.ToArray())} dimensions, not {input.dim()}.", nameof(input));
        }
    }

    /// <summary>Counts the batch, in training, and returns its share in the running statistics.</summary>
    private protected double CountBatch()
    {
        if (!training || _batchesTracked is null)
        {
            return momentum ?? 0;
        }

        using (no_grad())
        {
            _batchesTracked.add_(1);
        }

        return momentum ?? 1.0 / _batchesTracked.item<long>();
    }
}
