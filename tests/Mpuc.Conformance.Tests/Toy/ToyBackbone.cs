using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Conformance.Tests.Toy;

/// <summary>Two layers on the mean over the real frames.</summary>
internal sealed class ToyBackbone : Backbone
{
    private readonly Linear first;
    private readonly Linear second;
    private readonly Linear? unused;
    private readonly ToyFault _fault;
    private readonly List<Tensor> _kept = [];
    private readonly float _hidden;

    public ToyBackbone(BackboneContext context, OptionValues options, ToyFault fault)
        : base(nameof(ToyBackbone))
    {
        _fault = fault;
        var size = options.Get(ToyPlugin.Hidden);
        if (fault == ToyFault.FixedSeed)
        {
            manual_seed(1);
        }

        if (fault == ToyFault.ThrowsForABackboneOption && size < 3)
        {
            throw new NotSupportedException("So few numbers are not worth while.");
        }

        _hidden = fault == ToyFault.HiddenState ? rand(1).item<float>() : 0;
        first = nn.Linear(context.FrameSize, size);
        second = nn.Linear(size, fault == ToyFault.WrongFeatureSize ? 128 : FeatureSize);
        unused = fault == ToyFault.UnusedParameter ? nn.Linear(1, 1) : null;
        if (fault != ToyFault.ForgetsToRegister)
        {
            RegisterComponents();
        }
    }

    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var mean = _fault == ToyFault.CountsPadding ? values.mean([1]) : mask.Mean(mask.Clear(values));
        if (_fault == ToyFault.MixesRows)
        {
            mean = mean - mean.mean([0], keepdim: true);
        }

        var hidden = first.call(mean).relu() + _hidden;
        if (_fault == ToyFault.DropsInEvaluation)
        {
            hidden = nn.functional.dropout(hidden, 0.5, training: true);
        }

        if (_fault == ToyFault.LeaksInForward)
        {
            _kept.Add(hidden.detach().DetachFromDisposeScope());
        }

        var features = second.call(hidden);
        return (_fault == ToyFault.NotFiniteFeatures ? features / 0 : features).MoveToOuterDisposeScope();
    }
}
