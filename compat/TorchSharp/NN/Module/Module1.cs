namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A module that maps one input to a result: implement <c>forward</c>, use <c>call</c>, which also runs the hooks.
        /// </summary>
        public abstract class Module<T, TResult> : HookableModule<
            Func<Module<T, TResult>, T, T>,
            Func<Module<T, TResult>, T, TResult, TResult>>,
            IModule<T, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T input);

            /// <summary><c>forward</c> with the hooks around it.</summary>
            public TResult call(T input)
            {
                if (!HasHooks)
                {
                    return forward(input);
                }

                foreach (var hook in StartHooks())
                {
                    if (hook(this, input) is { } replacement)
                    {
                        input = replacement;
                    }
                }

                var result = forward(input);
                foreach (var hook in EndHooks())
                {
                    if (hook(this, input, result) is { } replacement)
                    {
                        result = replacement;
                    }
                }

                FinishHooks();
                return result;
            }
        }
    }
}
