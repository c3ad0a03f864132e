using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The base of every layer and model: a tree of submodules with named parameters (trained) and buffers (kept, not trained).
        /// A module owns what is registered with it: disposing the module disposes the tree.
        /// </summary>
        public partial class Module : IDisposable
        {
            /// <summary>The name given to the constructor.</summary>
            protected readonly string name;

            private readonly OrderedDictionary<string, Parameter> _parametersByName = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _buffersByName = [];
            private readonly OrderedDictionary<string, Module> _childrenByName = [];

            /// <param name="name">A name for messages; it has no part in the names of parameters.</param>
            protected Module(string name) => this.name = name;

            /// <summary>Whether the module is in training mode: dropout drops, batch normalisation uses the batch's statistics.</summary>
            public bool training { get; private set; } = true;

            public virtual string GetName() => name;

            /// <summary>Sets the mode of this module and of everything below it.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _childrenByName.Values)
                {
                    child.train(train);
                }
            }

            /// <summary>Sets evaluation mode: <c>train(false)</c>.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> on everything below this module and then on the module itself.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in _childrenByName.Values)
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters, or fills them with zeros.</summary>
            /// <param name="set_to_none">True to drop the gradient tensors (less memory), false to keep them, filled with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    parameter.ForgetGradient(set_to_none);
                }
            }

            /// <summary>Disposes the parameters, the buffers and the submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                {
                    return;
                }

                foreach (var child in _childrenByName.Values)
                {
                    child.Dispose();
                }

                foreach (var parameter in _parametersByName.Values)
                {
                    parameter.Dispose();
                }

                foreach (var (buffer, _) in _buffersByName.Values)
                {
                    buffer.Dispose();
                }
            }
        }
    }
}
