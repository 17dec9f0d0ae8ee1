import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

const CALL = (model: string, cap = '') =>
  `client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: ${model},${cap === '' ? '' : ` MaxTokens: ${cap},`} Messages: []openai.ChatCompletionMessage{{Role: "user", Content: "Hello."}}})`;

async function modelsOf(files: Readonly<Record<string, string>>, main = 'main.go'): Promise<readonly string[]> {
  const sketches = await sketchesOf({ 'go.mod': 'module acme.com/app\n\ngo 1.22\n', ...files }, main);
  return sketches.filter(line => !line.startsWith('  '));
}

describe('reading settings of Go programs', () => {
  it('that tags of a struct give a default', async () => {
    const files = {
      'config/config.go': `package config

import "github.com/caarlos0/env/v11"

type Config struct {
	Model     string \`env:"MODEL" envDefault:"gpt-5.4-mini"\`
	MaxTokens int    \`env:"MAX_TOKENS" envDefault:"300"\`
	Small     string \`env:"SMALL, default=gpt-5.4-nano"\`
	Title     string \`envconfig:"TITLE" default:"gpt-5.4"\`
	Other     string \`env:"OTHER" gorm:"default:gpt-4"\`
}

func Load() (*Config, error) {
	var cfg Config
	if err := env.Parse(&cfg); err != nil {
		return nil, err
	}
	return &cfg, nil
}
`,
      'main.go': `package main

import (
	"context"

	"acme.com/app/config"
	openai "github.com/sashabaranov/go-openai"
)

func main() {
	ctx := context.Background()
	client := openai.NewClient("key")
	cfg, _ := config.Load()
	${CALL('cfg.Model', 'cfg.MaxTokens')}
	${CALL('cfg.Small')}
	${CALL('cfg.Title')}
	${CALL('cfg.Other')}
}
`,
    };
    assert.deepEqual(await modelsOf(files), [
      'call openai-chat openai gpt-5.4-mini (environment) cap 300',
      'call openai-chat openai gpt-5.4-nano (environment) cap absent',
      'call openai-chat openai gpt-5.4 (environment) cap absent',
      'call openai-chat openai ? comes from the parameter Other (unknown) cap absent',
    ]);
  });

  it('that viper gives a default', async () => {
    const files = {
      'cmd/root.go': `package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/viper"
)

func init() {
	viper.SetDefault("llm.model", "gpt-5.4-mini")
	viper.SetDefault("llm.max_tokens", 200)
	root.Flags().StringP("small", "s", "gpt-5.4-nano", "which model")
	root.Flags().IntVar(&limit, "limit", 80, "how much")
	_ = viper.BindPFlag("llm.small", root.Flags().Lookup("small"))
	_ = viper.BindPFlag("llm.limit", root.PersistentFlags().Lookup("limit"))
}

var limit int

var root = &cobra.Command{Use: "ask"}
`,
      'cmd/main.go': `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
	"github.com/spf13/viper"
)

func ask(ctx context.Context, client *openai.Client) {
	${CALL('viper.GetString("llm.model")', 'viper.GetInt("llm.max_tokens")')}
	${CALL('viper.GetString("llm.other")')}
	${CALL('viper.GetString("llm.small")', 'viper.GetInt("llm.limit")')}
}
`,
    };
    assert.deepEqual(await modelsOf(files, 'cmd/main.go'), [
      'call openai-chat openai gpt-5.4-mini (environment) cap 200',
      'call openai-chat openai ? depends on viper.GetString() (set where the program is deployed) (environment) cap absent',
      'call openai-chat openai gpt-5.4-nano (environment) cap 80',
    ]);
  });

  it('that flags of urfave/cli and cobra declare', async () => {
    const files = {
      'main.go': `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
	"github.com/spf13/cobra"
	"github.com/urfave/cli/v2"
)

var app = &cli.App{Flags: []cli.Flag{
	&cli.StringFlag{Name: "model", Aliases: []string{"m"}, Value: "gpt-5.4-mini"},
	&cli.IntFlag{Name: "tokens", Value: 250},
}}

func init() {
	root.Flags().StringP("model", "m", "gpt-5.4-nano", "which model")
	root.PersistentFlags().Int("tokens", 90, "how much")
}

var root = &cobra.Command{Use: "ask"}

func byUrfave(c *cli.Context, ctx context.Context, client *openai.Client) error {
	${CALL('c.String("model")', 'c.Int("tokens")')}
	${CALL('c.String("other")')}
	return nil
}

func byCobra(cmd *cobra.Command, ctx context.Context, client *openai.Client) error {
	model, err := cmd.Flags().GetString("model")
	if err != nil {
		return err
	}
	tokens, _ := cmd.Flags().GetInt("tokens")
	${CALL('model', 'tokens')}
	return nil
}
`,
    };
    assert.deepEqual(await modelsOf(files), [
      'call openai-chat openai gpt-5.4-mini (environment) cap 250',
      'call openai-chat openai ? depends on c.String() (computed while the program runs) (unknown) cap absent',
      'call openai-chat openai gpt-5.4-nano (environment) cap 90',
    ]);
  });

  it('that cobra writes into variables, of a command that is made here', async () => {
    const files = {
      'main.go': `package main

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
	"github.com/spf13/cobra"
)

const DefaultModel = "gpt-5.4-mini"

type Opts struct {
	Model string
}

func run(ctx context.Context, client *openai.Client) {
	root := &cobra.Command{Short: "ask"}
	var (
		opts Opts
		tokens int
	)
	root.Flags().StringVarP(&opts.Model, "model", "m", DefaultModel, "which model")
	root.Flags().IntVar(&tokens, "tokens", 120, "how much")
	root.RunE = func(_ *cobra.Command, _ []string) error {
		${CALL('opts.Model', 'tokens')}
		return nil
	}
}
`,
    };
    assert.deepEqual(await modelsOf(files), ['call openai-chat openai gpt-5.4-mini (environment) cap 120']);
  });

  it('that callers pass as functional options, each its own', async () => {
    const files = {
      'llm/client.go': `package llm

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type config struct {
	model string
	cap   int
}

type Option func(*config)

func WithModel(m string) Option { return func(c *config) { c.model = m } }
func WithCap(n int) Option      { return func(c *config) { c.cap = n } }

type Client struct {
	api *openai.Client
	cfg config
}

func New(opts ...Option) *Client {
	cfg := config{model: "gpt-5.4-mini", cap: 512}
	for _, o := range opts {
		o(&cfg)
	}
	return &Client{api: openai.NewClient("key"), cfg: cfg}
}

func (c *Client) Ask(ctx context.Context, q string) (openai.ChatCompletionResponse, error) {
	return c.api.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model:     c.cfg.model,
		MaxTokens: c.cfg.cap,
		Messages: []openai.ChatCompletionMessage{
			{Role: "system", Content: "You sell bicycles."},
			{Role: "user", Content: q},
		},
	})
}
`,
      'main.go': `package main

import (
	"context"

	"acme.com/app/llm"
)

func main() {
	ctx := context.Background()
	small := llm.New()
	big := llm.New(llm.WithModel("gpt-5.4"), llm.WithCap(4000))
	small.Ask(ctx, "Hello.")
	big.Ask(ctx, "Hello.")
}
`,
    };
    assert.deepEqual(await modelsOf(files), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 512 via Ask',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 4000 via Ask',
    ]);
  });

  it('that options set which may fail, of a pointer that a function gives', async () => {
    const files = {
      'llm/client.go': `package llm

import (
	"context"

	openai "github.com/sashabaranov/go-openai"
)

type config struct {
	model string
	cap   int
}

type Option func(*config) error

func WithModel(m string) Option {
	return func(c *config) error {
		c.model = m
		return nil
	}
}

func defaults() *config {
	return &config{model: "gpt-5.4-mini", cap: 512}
}

func configure(opts ...Option) (*config, error) {
	cfg := defaults()
	for _, o := range opts {
		if err := o(cfg); err != nil {
			return nil, err
		}
	}
	return cfg, nil
}

type Client struct {
	api *openai.Client
	cfg *config
}

func New(opts ...Option) (*Client, error) {
	cfg, err := configure(opts...)
	if err != nil {
		return nil, err
	}
	return &Client{api: openai.NewClient("key"), cfg: cfg}, nil
}

func (c *Client) Ask(ctx context.Context, q string) (openai.ChatCompletionResponse, error) {
	return c.api.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model:     c.cfg.model,
		MaxTokens: c.cfg.cap,
		Messages:  []openai.ChatCompletionMessage{{Role: "user", Content: q}},
	})
}
`,
      'main.go': `package main

import (
	"context"

	"acme.com/app/llm"
)

func main() {
	ctx := context.Background()
	small, _ := llm.New()
	big, _ := llm.New(llm.WithModel("gpt-5.4"))
	small.Ask(ctx, "Hello.")
	big.Ask(ctx, "Hello.")
}
`,
    };
    assert.deepEqual(await modelsOf(files), [
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 512 via Ask',
      'wrapper-call openai-chat openai gpt-5.4 (constant) cap 512 via Ask',
    ]);
    assert.deepEqual(await modelsOf(files, 'llm/client.go'), ['call openai-chat openai gpt-5.4-mini (default) cap 512 WRAPPER']);
  });

  it('that flags of urfave/cli and serpent set, where they are handed a pointer', async () => {
    const files = {
      'main.go': `package main

import (
	"context"

	"github.com/coder/serpent"
	openai "github.com/sashabaranov/go-openai"
	"github.com/urfave/cli/v2"
)

type options struct {
	model string
	limit int64
}

func bySerpent(client *openai.Client) {
	var opts options
	cmd := &serpent.Command{
		Handler: func(inv *serpent.Invocation) error {
			ctx := inv.Context()
			${CALL('opts.model', 'int(opts.limit)')}
			return nil
		},
		Options: serpent.OptionSet{
			{Name: "model", Flag: "model", Default: "gpt-5.4-mini", Env: "MODEL", Value: serpent.StringOf(&opts.model)},
			{Name: "limit", Flag: "limit", Default: "400", Value: serpent.Int64Of(&opts.limit)},
		},
	}
	cmd.Invoke().WithOS().Run()
}

func byCli(ctx context.Context, client *openai.Client) {
	var model, other string
	var limit int
	app := &cli.App{
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "model", Value: "gpt-5.4-nano", Destination: &model},
			&cli.StringFlag{Name: "other", Destination: &other},
			&cli.IntFlag{Name: "limit", Value: 70, Destination: &limit},
		},
		Action: func(c *cli.Context) error {
			${CALL('model', 'limit')}
			${CALL('other')}
			return nil
		},
	}
	app.Run(nil)
}
`,
    };
    assert.deepEqual(await modelsOf(files), [
      'call openai-chat openai gpt-5.4-mini (environment) cap 400',
      'call openai-chat openai gpt-5.4-nano (environment) cap 70',
      'call openai-chat openai ? depends on cli.StringFlag (which may set it) (unknown) cap absent',
    ]);
  });

  it('that a package sets which is handed a pointer to an empty variable', async () => {
    const files = {
      'main.go': `package main

import (
	"context"

	"github.com/charmbracelet/huh"
	openai "github.com/sashabaranov/go-openai"
)

func ask(ctx context.Context, client *openai.Client) {
	var model string
	chosen := "gpt-5.4"
	huh.NewInput().Title("Model").Value(&model).Run()
	huh.NewNote(&chosen)
	${CALL('model')}
	${CALL('chosen')}
}
`,
    };
    assert.deepEqual(await modelsOf(files), [
      'call openai-chat openai ? depends on huh.NewInput().Title().Value (which may set it) (unknown) cap absent',
      'call openai-chat openai gpt-5.4 (constant) cap absent',
    ]);
  });

  it('that options set which are handed on, some of them from settings', async () => {
    const files = {
      'core/core.go': `package core

import "context"

type Asker interface {
	Ask(ctx context.Context, text string) error
}
`,
      'provider/llm/llm.go': `package llm

import (
	"context"
	"errors"

	openai "github.com/sashabaranov/go-openai"
)

type Client struct {
	client *openai.Client
	model  string
	limit  int
}

type settings struct {
	model string
	limit int
}

type Option interface {
	apply(*settings)
}

type optionFunc func(*settings)

func (f optionFunc) apply(s *settings) { f(s) }

func WithModel(model string) Option {
	return optionFunc(func(s *settings) { s.model = model })
}

func WithLimit(limit int) Option {
	if limit <= 0 {
		limit = 900
	}
	return optionFunc(func(s *settings) { s.limit = limit })
}

func newSettings(opts ...Option) *settings {
	s := &settings{model: "gpt-5.4", limit: 900}
	for _, opt := range opts {
		opt.apply(s)
	}
	return s
}

func (s *settings) check() error {
	if s.model == "" {
		return errors.New("no model")
	}
	return nil
}

func New(opts ...Option) (*Client, error) {
	s := newSettings(opts...)
	if err := s.check(); err != nil {
		return nil, err
	}
	return &Client{client: openai.NewClient("key"), model: s.model, limit: s.limit}, nil
}

func (c *Client) Ask(ctx context.Context, text string) error {
	_, err := c.client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model:     c.model,
		MaxTokens: c.limit,
		Messages:  []openai.ChatCompletionMessage{{Role: "system", Content: "Be kind."}, {Role: "user", Content: text}},
	})
	return err
}
`,
      'cmd/main.go': `package main

import (
	"context"
	"errors"
	"os"

	"acme.com/app/core"
	"acme.com/app/provider/llm"
)

func small() (*llm.Client, error) {
	return llm.New(llm.WithModel("gpt-5.4-mini"), llm.WithLimit(40))
}

func deployed() (*llm.Client, error) {
	return llm.New(llm.WithModel(os.Getenv("MODEL")), llm.WithLimit(0))
}

func clientFor(kind string) (core.Asker, error) {
	switch kind {
	case "small":
		return small()
	case "deployed":
		return deployed()
	}
	return nil, errors.New("no such kind")
}

func ask(ctx context.Context, client core.Asker, text string) error {
	return client.Ask(ctx, text)
}

func main() {
	ctx := context.Background()
	client, err := small()
	if err != nil {
		return
	}
	client.Ask(ctx, "Name a bird.")
	plain, _ := deployed()
	plain.Ask(ctx, "Name a fish.")
	either, err := clientFor(os.Args[1])
	if err != nil {
		return
	}
	ask(ctx, either, "Name a tree.")
}
`,
    };
    assert.deepEqual(await modelsOf(files, 'provider/llm/llm.go'), ['call openai-chat openai gpt-5.4 (default) cap 900 WRAPPER']);
    assert.deepEqual(await modelsOf(files, 'cmd/main.go'), [
      'wrapper-call openai-chat openai gpt-5.4 (default) cap 900 via Ask WRAPPER',
      'wrapper-call openai-chat openai gpt-5.4-mini (constant) cap 40 via Ask',
      'wrapper-call openai-chat openai ? depends on MODEL (set where the program is deployed) (environment) cap 900 via Ask',
      'wrapper-call openai-chat openai ? depends on MODEL (set where the program is deployed) (environment) cap 900 via ask > Ask',
    ]);
  });
});
