using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="learningRate">The size of a step.</param>
        /// <param name="momentum">The share of the previous step.</param>
        /// <param name="dampening">By how much the gradient is damped beside it.</param>
        /// <param name="weight_decay">The factor of an L2 penalty.</param>
        /// <param name="nesterov">Whether the gradient is taken ahead (Nesterov's momentum).</param>
        /// <param name="maximize">Whether to climb.</param>
        public static SGD SGD(
            IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false)
            => new(parameters.Select(entry => entry.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        public static SGD SGD(
            IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false)
            => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Adam, with weight decay in the gradient.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The size of a step.</param>
        /// <param name="beta1">The decay rate of the gradient's mean.</param>
        /// <param name="beta2">The decay rate of the mean of its square.</param>
        /// <param name="eps">Added to the root of that mean.</param>
        /// <param name="weight_decay">The strength of the decay.</param>
        /// <param name="amsgrad">Whether to divide by the largest mean square so far.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static Adam Adam(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        public static Adam Adam(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        public static Adam Adam(
            IEnumerable<Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam, with weight decay apart from the gradient.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The size of a step.</param>
        /// <param name="beta1">The decay rate of the gradient's mean.</param>
        /// <param name="beta2">The decay rate of the mean of its square.</param>
        /// <param name="eps">Added to the root of that mean.</param>
        /// <param name="weight_decay">The strength of the decay.</param>
        /// <param name="amsgrad">Whether to divide by the largest mean square so far.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        public static AdamW AdamW(
            IEnumerable<AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
    }
}
