using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and learning-rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters, in groups with options of their own, by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            /// <summary>The groups, to read and set their learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            private protected List<ParamGroup> Groups { get; } = [];

            /// <summary>Adds parameters with options of their own; options that are null are the optimizer's.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>All parameters, group by group.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Changes the parameters once, by the gradients that they have; those without one stay as they are.</summary>
            /// <param name="closure">Computes the loss and its gradients first, if given.</param>
            /// <returns>The closure's loss, or null.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Fills the gradients with zeros.</summary>
            public abstract void zero_grad();

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    Release();
                    Groups.Clear();
                }
            }

            /// <summary>Disposes what is remembered of the parameters.</summary>
            private protected abstract void Release();

            /// <summary>What an optimizer has to remember between steps.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of every group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of every parameter.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For every group, where the states of its parameters stand in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
