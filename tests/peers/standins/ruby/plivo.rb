# SPDX-FileCopyrightText: 2026 The Hangup authors
# SPDX-License-Identifier: MIT
# Stands in for Plivo's Ruby client, which can't be had here: exactly the documented call, and the documented request,
# to the test's server.
require 'net/http'
require 'uri'

module Plivo
  # The calls of an account.
  class Calls
    def initialize(auth_id, auth_token)
      @auth_id = auth_id
      @auth_token = auth_token
    end

    def delete(call_uuid)
      address = URI("#{ENV.fetch('HANGUP_STANDIN_API')}/v1/Account/#{@auth_id}/Call/#{call_uuid}/")
      request = Net::HTTP::Delete.new(address)
      request.basic_auth(@auth_id, @auth_token)
      answer = Net::HTTP.new(address.host, address.port, nil).request(request)
      raise "status #{answer.code}" unless answer.code == '204'
    end
  end

  # The client.
  class RestClient
    attr_reader :calls

    def initialize(auth_id = ENV.fetch('PLIVO_AUTH_ID'), auth_token = ENV.fetch('PLIVO_AUTH_TOKEN'))
      @calls = Calls.new(auth_id, auth_token)
    end
  end
end
