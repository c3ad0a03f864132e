using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The base of the optimizers that are written here: groups, states, and what is done with all of them alike.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);
    private readonly OptimizerOptions _defaults;

    private protected OptimizerHelper(OptimizerOptions defaults) => _defaults = defaults;

    public override void add_param_group(ParamGroup param_group)
    {
        var parameters = param_group.Parameters.ToList();
        var known = new HashSet<Parameter>(_states.Keys, ReferenceEqualityComparer.Instance);
        if (!parameters.TrueForAll(known.Add))
        {
            throw new ArgumentException("A parameter belongs to one group of an optimizer only, and once.", nameof(param_group));
        }

        param_group.Parameters = parameters;
        param_group.Options = Complete(param_group.Options, _defaults);
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        Groups.Add(param_group);
        foreach (var parameter in parameters)
        {
            var state = NewState(parameter);
            state.Initialize(param_group.Options);
            _states.Add(parameter, state);
        }
    }

    public override IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

    public override void zero_grad()
    {
        using var scope = NewDisposeScope();
        using var ungraded = no_grad();
        Tensor[] gradients = [.. parameters().Select(parameter => parameter.grad).OfType<Tensor>()];
        foreach (var gradient in gradients)
        {
            // A gradient that was itself recorded (create_graph) must not drag its graph along.
            if (gradient.requires_grad)
            {
                gradient.detach_();
            }
        }

        if (gradients.Length > 0)
        {
            Foreach.ZeroInPlace(gradients);
        }
    }

    /// <summary>The options and states themselves, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in Groups)
        {
            var indices = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                indices.Add(dictionary.State.Count);
                dictionary.State.Add(_states[parameter]);
            }

            dictionary.Options.Add(group.Options);
            dictionary.StateIndexRef.Add(indices);
        }

        return dictionary;
    }

    /// <summary>Copies the options and states of an optimizer of the same kind with groups of the same sizes.</summary>
    /// <exception cref="ArgumentException">The groups differ in number or size.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        var sizes = own.StateIndexRef.Select(indices => indices.Count);
        if (!sizes.SequenceEqual(state_dict.StateIndexRef.Select(indices => indices.Count)))
        {
            throw new ArgumentException(
                $"The optimizer has groups of [{string.Join(", ", sizes)}] parameters, the state has groups of " +
                $"[{string.Join(", ", state_dict.StateIndexRef.Select(indices => indices.Count))}].", nameof(state_dict));
        }

        for (var group = 0; group < own.Options.Count; group++)
        {
            own.Options[group].LoadStateDict(state_dict.Options[group]);
            foreach (var (ours, theirs) in own.StateIndexRef[group].Zip(state_dict.StateIndexRef[group]))
            {
                own.State[ours].LoadStateDict(state_dict.State[theirs]);
            }
        }
    }

    /// <summary>Moves the states to a device, as the parameters were.</summary>
    public void to(Device device)
    {
        foreach (var state in _states.Values)
        {
            state.to(device);
        }
    }

    private protected override void Release()
    {
        foreach (var state in _states.Values)
        {
            (state as IDisposable)?.Dispose();
        }

        _states.Clear();
    }

    /// <summary>The group's options, with the defaults where they are null.</summary>
    private protected abstract OptimizerOptions Complete(OptimizerOptions options, OptimizerOptions defaults);

    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>Changes the parameters of a group that have gradients, inside a dispose scope of its own and without recording.</summary>
    private protected abstract void Update(OptimizerOptions options, IReadOnlyList<ParameterUpdate> updates);

    /// <summary>Computes the loss, if a closure is given, and changes all groups by their gradients.</summary>
    private protected Tensor? Step(Func<Tensor>? closure)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using (enable_grad())
            {
                loss = closure();
            }
        }

        using (no_grad())
        {
            foreach (var group in Groups)
            {
                using var scope = NewDisposeScope();
                var updates = Updates(group);
                if (updates.Count > 0)
                {
                    Update(group.Options, updates);
                }
            }
        }

        return loss;
    }

    private List<ParameterUpdate> Updates(ParamGroup group)
    {
        var updates = new List<ParameterUpdate>();
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is { } gradient)
            {
                updates.Add(new ParameterUpdate(parameter, gradient, _states[parameter]));
            }
        }

        return updates;
    }
}
