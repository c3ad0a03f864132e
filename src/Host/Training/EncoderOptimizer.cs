using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Training;

/// <summary>The optimizer of an encoder's weights, with a state of named tensors that checkpoints hold.</summary>
internal sealed class EncoderOptimizer : IDisposable
{
    private readonly nn.Module _model;
    private readonly List<(string Name, Parameter Parameter)> _parameters;
    private readonly OptimizerHelper _optimizer;

    public EncoderOptimizer(nn.Module model, TrainingOptions options)
    {
        _model = model;
        _parameters = [.. model.named_parameters().Where(parameter => parameter.parameter.requires_grad)];
        var parameters = _parameters.Select(parameter => parameter.Parameter);
        _optimizer = options.Optimizer == OptimizerKind.AdamW
            ? optim.AdamW(parameters, options.LearningRate, weight_decay: options.WeightDecay)
            : optim.SGD(parameters, options.LearningRate, options.Momentum, weight_decay: options.WeightDecay);
    }

    /// <summary>The weights that are trained, by name.</summary>
    public IReadOnlyList<(string Name, Parameter Parameter)> Parameters => _parameters;

    public void SetLearningRate(double rate)
    {
        foreach (var group in _optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }
    }

    /// <summary>Takes the gradients away; a weight that the next batch does not reach has none, and stays as it is.</summary>
    public void ClearGradients() => _model.zero_grad();

    public void Step() => _optimizer.step();

    /// <summary>
    /// Momentum buffers and the like by name; empty before the first step. The optimizer owns the tensors, except the counts of steps.
    /// </summary>
    public Dictionary<string, Tensor> State()
    {
        var state = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, part) in StateParts())
        {
            switch (part)
            {
                case SGD.State { momentum_buffer: not null } sgd:
                    state[$"optimizer.momentum.{name}"] = sgd.momentum_buffer;
                    break;
                case AdamW.State { exp_avg: not null, exp_avg_sq: not null, step: > 0 } adam:
                    state[$"optimizer.average.{name}"] = adam.exp_avg;
                    state[$"optimizer.squareAverage.{name}"] = adam.exp_avg_sq;
                    state[$"optimizer.step.{name}"] = tensor(adam.step, ScalarType.Int64);
                    break;
            }
        }

        return state;
    }

    /// <summary>Takes over a state that <see cref="State"/> gave for the same model and options.</summary>
    /// <param name="state">The tensors by name; copied, not kept.</param>
    public void Restore(IReadOnlyDictionary<string, Tensor> state)
    {
        foreach (var (name, part) in StateParts())
        {
            switch (part)
            {
                case SGD.State sgd when state.TryGetValue($"optimizer.momentum.{name}", out var momentum):
                    sgd.momentum_buffer = Own(momentum, name);
                    break;
                case AdamW.State adam when state.TryGetValue($"optimizer.average.{name}", out var average):
                    adam.exp_avg = Own(average, name);
                    adam.exp_avg_sq = Own(state[$"optimizer.squareAverage.{name}"], name);
                    adam.step = state[$"optimizer.step.{name}"].item<long>();
                    break;
            }
        }
    }

    public void Dispose() => _optimizer.Dispose();

    // The state dictionary lists the optimizer's own state objects in the order of the parameters.
    private IEnumerable<(string Name, OptimizerState State)> StateParts() =>
        _parameters.Zip(_optimizer.state_dict().State, (parameter, state) => (parameter.Name, state));

    private Tensor Own(Tensor value, string name)
    {
        var parameter = _parameters.First(candidate => candidate.Name == name).Parameter;
        return value.to(parameter.device, copy: true).DetachFromDisposeScope();
    }
}
